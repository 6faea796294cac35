package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what both users of the table rely on. Their own tests compare it with a map. */
class TokenTableTest {

  private static final long LAST = 0xFFFF_FFFFL;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "1, 4294967294, 4294967295",
    "1, 4294967295, 1",
    "65536, 65535, 65536",
    "65536, 4294967295, 65536",
    "65536, 2147483647, 2147483648"
  })
  void theFirstFollowsTheLast(long first, long last, long next) {
    TokenTable<Member> table = new TokenTable<>(first, last);
    Member member = new Member();
    assertThat(table.add(member)).isTrue();
    assertThat(member.number()).isEqualTo(next);
    assertThat(table.find(next)).isSameInstanceAs(member);
  }

  @Test
  void aFullTableRefusesAnotherObjectUntilOneIsRemoved() {
    TokenTable<Member> table = new TokenTable<>(1, LAST - 1000);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < TokenTable.MOST; i++) {
      members.add(new Member());
      assertThat(table.add(members.get(i))).isTrue();
    }
    Member another = new Member();
    assertThat(table.add(another)).isFalse();
    assertThat(another.number()).isEqualTo(0);
    for (Member member : members) {
      assertThat(table.find(member.number())).isSameInstanceAs(member);
    }
    long removed = members.get(500).number();
    assertThat(table.remove(removed)).isSameInstanceAs(members.get(500));
    assertThat(table.remove(removed)).isNull();
    assertThat(table.size()).isEqualTo(TokenTable.MOST - 1);
    assertThat(table.add(another)).isTrue();
    assertThat(another.number()).isNotEqualTo(removed);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "2", "4294967297", "-4294967295", "9223372036854775807"})
  void aNumberThatWasNotGivenOutFindsNothing(long number) {
    TokenTable<Member> table = new TokenTable<>(1, 0);
    assertThat(table.add(new Member())).isTrue();
    assertThat(table.find(number)).isNull();
    assertThat(table.remove(number)).isNull();
    assertThat(table.size()).isEqualTo(1);
  }

  /** Each thread finds its objects while other threads change the table and make it grow. */
  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    TokenTable<Member> table = new TokenTable<>(1, 0);
    Callable<Boolean> task = () -> findsOnlyWhatItKeeps(table);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> result : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(table.size()).isEqualTo(4 * 1000);
  }

  private static boolean findsOnlyWhatItKeeps(TokenTable<Member> table) {
    for (int i = 0; i < 1000; i++) {
      Member kept = new Member();
      Member passing = new Member();
      boolean right =
          table.add(kept)
              && table.add(passing)
              && table.find(kept.number()) == kept
              && table.remove(passing.number()) == passing
              && table.find(passing.number()) == null
              && table.find(kept.number()) == kept;
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static final class Member implements TokenTable.Numbered {

    private long number;

    @Override
    public long number() {
      return number;
    }

    @Override
    public void number(long given) {
      number = given;
    }
  }
}
