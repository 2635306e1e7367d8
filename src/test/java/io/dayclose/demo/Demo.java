package io.dayclose.demo;

import io.dayclose.app.Engine;
import io.dayclose.cli.Summary;
import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.testing.EmbeddedServer;
import io.dayclose.text.Language;
import io.dayclose.text.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.StandardEnvironment;

/** The first thing a newcomer sees: an invented company's night, from its sales system to the managers' workbooks. */
public final class Demo {
    private static final String LOCALE = System.getenv().getOrDefault("DEMO_LOCALE", "zh-CN");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Path folder = Path.of("target", "demo").toAbsolutePath();
    private final String name = "demo_" + UUID.randomUUID().toString().substring(0, 8);

    public static void main(String[] arguments) throws IOException {
        System.exit(new Demo().run());
    }

    private int run() throws IOException {
        var yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        out.println("Starting the embedded database … / 正在启动内置数据库…");
        var server = EmbeddedServer.start(folder.resolve("server"));
        out.println("Inventing a company and two months of its sales … / 正在生成示例公司…");
        var home = new DemoHome(folder.resolve("home"), LOCALE);
        home.invent(new DemoCompany(yesterday), server + name + "_erp?createDatabaseIfNotExist=true");
        try (var engine = Engine.start(
                HomeReader.read(new HomeFiles(home.folder()), this::variable).home(), database(server, name))) {
            int night = run(engine, "nightly", yesterday);
            int month = run(engine, "month-end", yesterday.withDayOfMonth(1).minusDays(1));
            return Math.max(Math.max(night, month), run(engine, "weekly", yesterday));
        }
    }

    private int run(Engine engine, String job, LocalDate date) {
        var request = new RunRequest(job, date, RunRequest.Cause.OPERATOR, "demo", Optional.empty(), Optional.empty());
        var result = engine.runner().run(request, new Notices());
        result.problems()
                .forEach(problem ->
                        out.println(problem.text(engine.work().home().company().language())));
        new Summary(engine.work(), request).print(out);
        return result.exitCode();
    }

    private Optional<String> variable(String variable) {
        return Optional.ofNullable(new StandardEnvironment().getProperty(variable));
    }

    private final class Notices implements RunListener {
        @Override
        public void notice(Problem problem) {
            out.println("! " + problem.text(Language.ofTag(LOCALE)));
        }
    }

    private static Map<String, Object> database(String server, String name) {
        return Map.of(
                "spring.datasource.url",
                server + name + "?createDatabaseIfNotExist=true",
                "spring.datasource.username",
                "root",
                "spring.datasource.password",
                "");
    }
}
