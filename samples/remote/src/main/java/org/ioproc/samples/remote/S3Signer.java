package org.ioproc.samples.remote;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Signs URLs with the keys that the AWS SDK finds in the environment, the user's configuration or
 * the machine. The SDK sends no request for an object: {@link RangeRequest} does.
 */
final class S3Signer {

  /** A signature for each block would take longer than the block. */
  static final Duration VALID = Duration.ofHours(1);

  private static final LoadingCache<Bucket, S3Signer> SIGNERS =
      Caffeine.newBuilder().maximumSize(16).build(S3Signer::new);

  private final S3Presigner signer;

  private S3Signer(Bucket bucket) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .credentialsProvider(keys(bucket))
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(bucket.endpoint().isPresent())
                    .build());
    bucket.endpoint().ifPresent(builder::endpointOverride);
    bucket
        .region()
        .or(() -> bucket.endpoint().map(server -> "us-east-1"))
        .ifPresent(region -> builder.region(Region.of(region)));
    signer = builder.build();
  }

  /** A profile that a bucket names is the only one that may be used, as with Amazon's own tools. */
  private static AwsCredentialsProvider keys(Bucket bucket) {
    return bucket
        .profile()
        .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  /** What the SDK does. */
  private interface Signature<T> {
    T create(S3Presigner signer);
  }

  private static <T> T sign(Bucket bucket, Signature<T> signature) throws MmioException {
    try {
      return signature.create(SIGNERS.get(bucket).signer);
    } catch (SdkException failure) {
      throw new MmioException(
          MmioError.ACCESS_DENIED,
          "cannot sign a request to the bucket " + bucket.name() + ": " + failure.getMessage(),
          failure);
    }
  }

  static PresignedGetObjectRequest get(Bucket bucket, String key) throws MmioException {
    return sign(
        bucket,
        signer ->
            signer.presignGetObject(
                request ->
                    request
                        .signatureDuration(VALID)
                        .getObjectRequest(object -> object.bucket(bucket.name()).key(key))));
  }

  static PresignedPutObjectRequest put(Bucket bucket, String key) throws MmioException {
    return sign(
        bucket,
        signer ->
            signer.presignPutObject(
                request ->
                    request
                        .signatureDuration(VALID)
                        .putObjectRequest(object -> object.bucket(bucket.name()).key(key))));
  }
}
