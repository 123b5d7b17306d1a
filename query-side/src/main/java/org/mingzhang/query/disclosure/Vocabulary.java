package org.mingzhang.query.disclosure;

import java.util.Arrays;

/** Numbers words in the order in which they are first met; made for words that come back hundreds of thousand times. */
final class Vocabulary {
    private String[] words = new String[64];
    private int[] numbers = new int[64];
    private int size;

    Vocabulary() {
        Arrays.fill(words, "");
        Arrays.fill(numbers, -1);
    }

    /** The number of the word, from 0; a new word gets the next one. */
    int numberOf(String word) {
        int mask = words.length - 1;
        int slot = slot(word, mask);
        while (numbers[slot] >= 0) {
            if (words[slot].equals(word)) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        numbers[slot] = size;
        size++;
        int number = size - 1;
        if (size * 2 > words.length) {
            widen();
        }
        return number;
    }

    private void widen() {
        String[] oldWords = words;
        int[] oldNumbers = numbers;
        words = new String[oldWords.length * 2];
        numbers = new int[words.length];
        Arrays.fill(words, "");
        Arrays.fill(numbers, -1);
        for (int i = 0; i < oldWords.length; i++) {
            if (oldNumbers[i] >= 0) {
                int slot = slot(oldWords[i], words.length - 1);
                while (numbers[slot] >= 0) {
                    slot = (slot + 1) & (words.length - 1);
                }
                words[slot] = oldWords[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int slot(String word, int mask) {
        int hash = word.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & mask;
    }
}
