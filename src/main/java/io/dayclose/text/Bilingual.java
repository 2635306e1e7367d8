package io.dayclose.text;

/** A name in both languages, as {@code {zh: 网点, en: Outlet}} in a configuration file. */
public record Bilingual(String zh, String en) {

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** Both languages with one text, for names that have no translation. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
