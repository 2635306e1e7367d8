package io.dayclose.intake.parse;

import java.util.Optional;

/** Characters that take no room on a screen: two codes that differ in one look the same. */
public final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /** Characters that format nothing else but leave no trace either: joiners, fillers, variation selectors. */
    static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x034F
                || character >= 0x115F && character <= 0x1160
                || character >= 0x180B && character <= 0x180D
                || character == 0x3164
                || character >= 0xFE00 && character <= 0xFE0F
                || character == 0xFFA0
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    /** The first such character of a text by its number, such as {@code U+200B}. */
    static Optional<String> in(String text) {
        return text.codePoints()
                .filter(InvisibleCharacters::isUnseen)
                .mapToObj(InvisibleCharacters::name)
                .findFirst();
    }

    static String name(int character) {
        return "U+%04X".formatted(character);
    }
}
