package io.dayclose.config.yaml;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a home, collected so that one check names it all. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String place, Message message, Object... values) {
        found.add(Problem.at(place, message, values));
    }

    public int count() {
        return found.size();
    }

    /** The problems by file, then by line. */
    public List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Problems::file).thenComparingInt(Problems::line))
                .distinct()
                .toList();
    }

    private static String file(Problem problem) {
        int colon = problem.place().lastIndexOf(':');
        return colon < 0 ? problem.place() : problem.place().substring(0, colon);
    }

    private static int line(Problem problem) {
        var last = problem.place().substring(problem.place().lastIndexOf(':') + 1);
        return last.matches("\\d{1,9}") ? Integer.parseInt(last) : 0;
    }
}
