package org.mingzhang.query.disclosure;

import java.util.Arrays;
import org.mingzhang.kernel.value.Classification;

/**
 * Numbers the answers to one question.
 *
 * <p>An answer that follows from a stored word, such as the class of a code, is worked out once for each word and not
 * once for each line.
 */
final class Numbering {
    private static final int UNKNOWN = -1;

    private final Dimension asked;
    private final Dimension stored;
    private final Vocabulary words = new Vocabulary();
    private final Vocabulary answers = new Vocabulary();
    private int[] answerOfWord = new int[0];

    Numbering(Dimension asked) {
        this.asked = asked;
        this.stored = asked.stored();
    }

    int numberOf(Classification classification) {
        int word = words.numberOf(stored.of(classification));
        if (stored == asked) {
            return word;
        }
        if (word >= answerOfWord.length) {
            int known = answerOfWord.length;
            answerOfWord = Arrays.copyOf(answerOfWord, word * 2 + 16);
            Arrays.fill(answerOfWord, known, answerOfWord.length, UNKNOWN);
        }
        if (answerOfWord[word] == UNKNOWN) {
            answerOfWord[word] = answers.numberOf(asked.of(classification));
        }
        return answerOfWord[word];
    }
}
