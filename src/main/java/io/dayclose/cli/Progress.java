package io.dayclose.cli;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.run.RunListener;
import io.dayclose.text.Language;
import io.dayclose.text.Problem;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.time.Duration;

/** Tells how a run gets on: a line that moves on a terminal, plain lines in a log. */
final class Progress implements RunListener {
    private final PrintWriter err;
    private final Language language;
    private final boolean live = Terminal.isLive();
    private long began;
    private long records;

    Progress(PrintWriter err) {
        this.err = err;
        language = Terminal.language();
    }

    @Override
    public void stepBegan(String step) {
        began = System.nanoTime();
        records = 0;
    }

    @Override
    public void progress(String step, long handled) {
        records = handled;
        if (live) {
            double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
            err.print("\r" + line(step, records) + "  " + "%,d/s".formatted(Math.round(records / seconds)) + "   ");
            err.flush();
        }
    }

    @Override
    public void stepEnded(String step, long written, Duration took) {
        err.println((live ? "\r" : "") + line(step, records > 0 ? records : written) + "  "
                + SpokenDate.words(took, language.locale()) + "      ");
    }

    private String line(String step, long count) {
        return Texts.of(language).format("progress", "%-18s".formatted(step), "%,10d".formatted(count));
    }

    @Override
    public void notice(Problem problem) {
        err.println((live ? "\r" : "") + "! " + problem.text(language));
    }
}
