package io.dayclose.text;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The program's own words in one language. {@code {0}} in a text is the first value, and so on. */
public final class Texts {
    private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        bundle = ResourceBundle.getBundle(
                "io.dayclose.text.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts of(Language language) {
        return LOADED.computeIfAbsent(language, Texts::new);
    }

    /** The program's own names for the codes of one kind, such as {@code feed}: the texts whose keys begin with it. */
    public static Map<String, Bilingual> named(String kind) {
        var names = new HashMap<String, Bilingual>();
        for (var key : of(Language.ZH).bundle.keySet()) {
            if (key.startsWith(kind + ".")) {
                var name = new Bilingual(
                        of(Language.ZH).format(key), of(Language.EN).format(key));
                names.put(key.substring(kind.length() + 1), name);
            }
        }
        return names;
    }

    public Language language() {
        return language;
    }

    public String format(String key, Object... values) {
        var text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", said(values[i]));
        }
        return text;
    }

    private String said(Object value) {
        return value instanceof Bilingual both ? both.in(language) : String.valueOf(value);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
