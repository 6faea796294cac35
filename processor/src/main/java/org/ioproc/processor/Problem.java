package org.ioproc.processor;

/**
 * A rule that is broken.
 *
 * @param rule the rule
 * @param place where
 * @param observed what was seen there: a sentence
 */
record Problem(Rule rule, Place place, String observed) {

  /** What a person reads: the rule, what was seen, the remedy, the rule's id. */
  String text() {
    return rule.text() + " " + observed + " " + rule.remedy() + " [" + rule.id() + "]";
  }
}
