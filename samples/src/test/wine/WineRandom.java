import java.security.Provider;
import java.security.SecureRandomSpi;
import java.util.SplittableRandom;

/**
 * Insecure random numbers for tests under Wine 8.0. Java 21 and 25 seed their own generators with
 * the network interfaces, which they get from a Windows function that Wine lacks.
 */
public final class WineRandom extends Provider {

  private static final long serialVersionUID = 1;

  public WineRandom() {
    super("WineRandom", "1", "Random numbers for tests under Wine");
    put("SecureRandom.Wine", Numbers.class.getName());
  }

  public static final class Numbers extends SecureRandomSpi {

    private static final long serialVersionUID = 1;

    private final transient SplittableRandom random = new SplittableRandom(System.nanoTime());

    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      byte[] seed = new byte[count];
      random.nextBytes(seed);
      return seed;
    }
  }
}
