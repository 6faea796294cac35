package org.ioproc.doctor;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report must not contain. */
class PersonalNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /home/al|~
          /home/al/lib/a.jar|~/lib/a.jar
          file:/home/al/a.jar|file:~/a.jar
          jar:file:/home/al/a.jar!/x|jar:file:~/a.jar!/x
          No file "/home/al/b".|No file "~/b".
          /home/alfred/b|/home/alfred/b
          /home/al-2/b|/home/al-2/b
          /mnt/home/al/b|/mnt/home/$USER/b
          /var/temp/al/x1|$TMPDIR/x1
          /media/al/disk|/media/$USER/disk
          /media/also|/media/also
          all also al|all also al
          /HOME/AL|/HOME/AL
          """)
  void pathsAreReplaced(String text, String replaced) {
    PersonalNames names = new PersonalNames("al", "/home/al", "/var/temp/al", false);
    assertThat(names.replacedIn(text)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C:\\Users\\Al\\a.jar|%USERPROFILE%\\a.jar
          c:\\users\\al\\a.jar|%USERPROFILE%\\a.jar
          file:/C:/Users/Al/a.jar|file:/%USERPROFILE%/a.jar
          C:\\Users\\Al\\AppData\\Local\\Temp\\x|%TEMP%\\x
          D:\\Al\\x|D:\\%USERNAME%\\x
          \\\\server\\al|\\\\server\\%USERNAME%
          C:\\Users\\Alma|C:\\Users\\Alma
          """)
  void pathsOfWindowsAreReplaced(String text, String replaced) {
    PersonalNames names =
        new PersonalNames("Al", "C:\\Users\\Al", "C:\\Users\\Al\\AppData\\Local\\Temp\\", true);
    assertThat(names.replacedIn(text)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C:\\Users\\Jörg Ölz\\a|%USERPROFILE%\\a
          file:///C:/Users/J%C3%B6rg%20%C3%96lz/a|file:///%USERPROFILE%/a
          file:/C:/Users/j%c3%b6rg%20%c3%96lz/a|file:/%USERPROFILE%/a
          file:/C:/Users/Jörg%20Ölz/a|file:/%USERPROFILE%/a
          D:\\Jörg Ölz\\a|D:\\%USERNAME%\\a
          file:/D:/J%C3%B6rg%20%C3%96lz|file:/D:/%USERNAME%
          D:\\Jörg Ölzé|D:\\Jörg Ölzé
          file:/C:/Users/J%C3%BCrg|file:/C:/Users/J%C3%BCrg
          """)
  void namesInUrlsAreReplaced(String text, String replaced) {
    PersonalNames names = new PersonalNames("Jörg Ölz", "C:\\Users\\Jörg Ölz", "", true);
    assertThat(names.replacedIn(text)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -Dmy.password=1 -Xmx1g|-Dmy.password=... -Xmx1g
          -Djavax.net.ssl.keyStorePassword=a|-Djavax.net.ssl.keyStorePassword=...
          -Da="b c" -Dd=e|-Da=... -Dd=...
          -Dorg.ioproc.transport=jna|-Dorg.ioproc.transport=jna
          -Djna.tmpdir=/x -Djava.io.tmpdir=/y|-Djna.tmpdir=/x -Djava.io.tmpdir=/y
          """)
  void valuesOfOtherPropertiesAreReplaced(String text, String replaced) {
    assertThat(new PersonalNames("", "", "", false).replacedIn(text)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource({"''", "/", "?", "C:\\"})
  void aHomeThatIsNoFolderIsNotReplaced(String home) {
    PersonalNames names = new PersonalNames("", home, "", false);
    String text = "/a/? C:\\b C:\\ file:/C:/b C: /";
    assertThat(names.replacedIn(text)).isEqualTo(text);
  }
}
