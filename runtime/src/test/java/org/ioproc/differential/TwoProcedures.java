package org.ioproc.differential;

import java.util.ArrayList;
import java.util.List;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/** Two procedures that record which of them receives a message. */
final class TwoProcedures {

  private static final TwoProcedures ALL = new TwoProcedures();

  private final long first = Transport.current().stub(entry(0));
  private final long second = Transport.current().stub(entry(1));
  private final ScriptedProcedure[] scripted = new ScriptedProcedure[2];
  private final List<String> messages = new ArrayList<>();

  private TwoProcedures() {}

  /** Returns the same procedures for every program, because addresses are never released. */
  static TwoProcedures with(Setup setup) {
    for (int i = 0; i < 2; i++) {
      ALL.scripted[i] = new ScriptedProcedure(Content.of(setup.content() + i), setup.faults());
    }
    ALL.messages.clear();
    return ALL;
  }

  private IoProcedure entry(int index) {
    return (info, message, p1, p2) -> {
      long answer = scripted[index].callback(info, message, p1, p2);
      scripted[index].take().forEach(text -> messages.add(index + 1 + ":" + text));
      return answer;
    };
  }

  List<String> take() {
    List<String> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  long address(int number) {
    return number == 1 ? first : second;
  }

  /** Returns a procedure's number; 0 for no procedure and 3 for an unknown one. */
  int number(long address) {
    return address == 0 ? 0 : address == first ? 1 : address == second ? 2 : 3;
  }
}
