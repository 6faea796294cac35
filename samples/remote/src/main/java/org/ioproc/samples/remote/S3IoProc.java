package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;
import org.ioproc.samples.Containers;

/**
 * Reads and writes objects in a bucket of Amazon S3, or of a server that speaks its protocol:
 * {@code songs.s3+folder/track.wav}. {@code songs.s3} is a text that names the bucket:
 *
 * <pre>{@code
 * bucket=songs
 * prefix=released/
 * }</pre>
 *
 * <p>It may also have {@code endpoint}, {@code region} and {@code profile}. Secrets do not belong
 * there: the AWS SDK finds them where other programs keep them.
 *
 * <p>What a program writes is collected in a temporary file, and sent when the program closes the
 * file. If that fails, closing fails, and the object is what it was.
 *
 * <p><b>Errors.</b> {@link MmioError#FILE_NOT_FOUND} if the text or the object does not exist;
 * {@link MmioError#ACCESS_DENIED} if the server refuses, or there are no keys; {@link
 * MmioError#INVALID_FILE} if the text cannot be used; {@link MmioError#NETWORK_ERROR} if no usable
 * answer comes in time. Reading fails if the object is replaced meanwhile.
 */
@IoProc("S3  ")
public final class S3IoProc {

  private final RemoteFiles files;

  /** Creates the procedure, which shares its cache with {@link UrlIoProc}. */
  public S3IoProc() {
    this(RemoteFiles.shared());
  }

  S3IoProc(RemoteFiles files) {
    this.files = files;
  }

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    MmioName name = Containers.split(request.rawName(), Files::isRegularFile);
    Path text = name.containerPath();
    if (!Files.exists(text)) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "There is no file " + text + ".");
    }
    String path = ElementPath.of(name);
    Bucket bucket = Bucket.read(text);
    S3Object object = new S3Object(bucket, bucket.prefix() + path);
    if (request.creates()) {
      return WrittenObject.create(object, files);
    }
    return request.writes() ? WrittenObject.open(object, files) : files.open(object);
  }
}
