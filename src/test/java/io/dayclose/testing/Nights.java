package io.dayclose.testing;

import io.dayclose.app.Engine;
import io.dayclose.close.Proofs;
import io.dayclose.proof.Finding;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunResult;
import io.dayclose.text.Language;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs nights, of days gone by and to come, and remembers what was said. */
public final class Nights implements RunListener {
    private final Engine engine;
    private final List<String> notices = new ArrayList<>();

    public Nights(Engine engine) {
        this.engine = engine;
    }

    public RunResult run(String date) {
        return run(date, Optional.empty());
    }

    public RunResult again(String date, String reason) {
        return run(date, Optional.of(reason));
    }

    private RunResult run(String date, Optional<String> reason) {
        return job("nightly", date, reason);
    }

    /** Runs another job than the nightly one. */
    public RunResult job(String job, String date) {
        return job(job, date, Optional.empty());
    }

    public RunResult job(String job, String date, String reason) {
        return job(job, date, Optional.of(reason));
    }

    private RunResult job(String job, String date, Optional<String> reason) {
        return engine.runner()
                .run(
                        new RunRequest(
                                job,
                                LocalDate.parse(date),
                                RunRequest.Cause.OPERATOR,
                                "test",
                                reason,
                                Optional.empty(),
                                true),
                        this);
    }

    /** What does not hold of the books, as {@code dayclose prove} says it. */
    public List<Finding> findings() {
        return new Proofs(engine.work()).all(engine.transactions());
    }

    /** Runs every date of a span as a backfill does. */
    public void backfill(String from, String to) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(date -> {
            var result = again(date.toString(), "backfill");
            if (result.exitCode() == 1) {
                throw new IllegalStateException(result.problems().toString());
            }
        });
    }

    @Override
    public void notice(Problem problem) {
        notices.add(problem.text(Language.EN));
    }

    public List<String> notices() {
        return notices;
    }

    /** One row of a query as text, its columns joined by a blank. */
    public List<String> rows(String sql) {
        return engine.work().jdbc().query(sql, (row, n) -> {
            var text = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                text.add(String.valueOf(row.getObject(i)));
            }
            return String.join(" ", text);
        });
    }
}
