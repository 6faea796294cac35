package org.ioproc.samples.remote;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/** An object in a bucket. Its URL is signed when it is needed, and again before it expires. */
final class S3Object implements Address {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Bucket bucket;
  private final String key;
  private @Nullable PresignedGetObjectRequest signed;
  private Instant renewed = Instant.MIN;

  S3Object(Bucket bucket, String key) {
    this.bucket = bucket;
    this.key = key;
  }

  Bucket bucket() {
    return bucket;
  }

  String key() {
    return key;
  }

  @Override
  public synchronized URL url() throws MmioException {
    PresignedGetObjectRequest usable = signed;
    if (usable == null || usable.expiration().minus(MARGIN).isBefore(Instant.now())) {
      usable = S3Signer.get(bucket, key);
      signed = usable;
    }
    return usable.url();
  }

  /** Temporary keys expire before the signature does. */
  @Override
  public synchronized boolean renew() {
    if (renewed.plus(MARGIN).isAfter(Instant.now())) {
      return false;
    }
    renewed = Instant.now();
    signed = null;
    return true;
  }

  @Override
  public String toString() {
    return bucket.endpoint().map(server -> server + "/").orElse("s3://")
        + bucket.name()
        + "/"
        + key;
  }
}
