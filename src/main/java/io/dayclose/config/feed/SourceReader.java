package io.dayclose.config.feed;

import io.dayclose.config.feed.FeedSource.Done;
import io.dayclose.config.feed.FeedSource.Login;
import io.dayclose.config.feed.FeedSource.Secret;
import io.dayclose.config.feed.FeedSource.Server;
import io.dayclose.config.feed.FeedSource.Wanted;
import io.dayclose.config.yaml.FieldsShape;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.Variables;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/** Reads where a feed comes from: a folder, a query, an SFTP server or a mailbox. */
final class SourceReader {
    private static final int SFTP_PORT = 22;
    private static final int IMAPS_PORT = 993;
    private static final int LARGEST_FILE = 2000;
    private static final int LARGEST_ATTACHMENT = 50;
    private static final int LONGEST = 100_000;
    private static final Shape GLOB = Shapes.pattern(
            "文件名模式，可含 *、?、{date} 和 {branch}，如 sale-{date}*.csv",
            "a file name with *, ?, {date} and {branch}, such as sale-{date}*.csv",
            "(?!.*\\.\\.)([^/{}\\[\\]]|\\{branch\\})([^{}\\[\\]]|\\{date\\}|\\{branch\\})*");
    private static final Shape SECONDS = Shapes.pattern("秒数，如 30s", "seconds such as 30s", "[1-9]\\d{0,3}s");
    private static final Shape PORT = Shapes.whole(1, 65_535);
    private static final Shape MEGABYTES = Shapes.whole(1, LONGEST);

    private static final FieldsShape SFTP = Shapes.fields()
            .required("host", Shapes.text())
            .optional("port", PORT)
            .required("user", Shapes.text())
            .optional("password", Shapes.text())
            .optional("private-key", Shapes.text())
            .optional("passphrase", Shapes.text())
            .required(
                    "host-key",
                    oneOrMore(Shapes.pattern(
                            "主机密钥指纹，如 ssh-keygen -lf 所示的 SHA256:…（43 个字符）",
                            "the host key's fingerprint as ssh-keygen -lf prints it, SHA256: and 43 characters",
                            "SHA256:[A-Za-z0-9+/]{43}=?")))
            .optional("folder", Shapes.text())
            .required("files", GLOB)
            .optional(
                    "then",
                    Shapes.either(
                            Shapes.oneOf("stay", "delete"), Shapes.fields().required("move", moveTo())))
            .optional("timeout", SECONDS)
            .optional("max-mb", MEGABYTES);

    private static final FieldsShape MAILBOX = Shapes.fields()
            .required("host", Shapes.text())
            .optional("port", PORT)
            .required("user", Shapes.text())
            .required("password", Shapes.text())
            .optional(
                    "certificate",
                    Shapes.pattern(
                            "证书的 SHA-256 指纹，如 openssl x509 -fingerprint -sha256 所示：32 组十六进制数，以冒号分隔",
                            "the certificate's fingerprint as openssl x509 -fingerprint -sha256 prints it, 32 pairs of hex digits with colons",
                            "([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}"))
            .optional("folder", Shapes.text())
            .required(
                    "senders",
                    oneOrMore(Shapes.pattern(
                            "邮箱地址或 *@域名，如 *@branch.example.com",
                            "an address, or *@domain such as *@branch.example.com",
                            Senders.PATTERN)))
            .required("files", GLOB)
            .optional("done", Shapes.text())
            .optional("timeout", SECONDS)
            .optional("max-mb", MEGABYTES);

    static final Shape SHAPE = Shapes.oneForm(forms());

    private final Variables variables;
    private final Problems problems;

    SourceReader(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    private static Shape oneOrMore(Shape each) {
        return Shapes.either(each, Shapes.list(each));
    }

    private static Shape moveTo() {
        return Shapes.pattern("其下的文件夹名，如 done", "the name of a folder below, such as done", "(?!.*\\.\\.)[^/].*");
    }

    private static LinkedHashMap<String, FieldsShape> forms() {
        var forms = new LinkedHashMap<String, FieldsShape>();
        forms.put("files", Shapes.fields().required("files", GLOB));
        forms.put("jdbc", Shapes.fields().required("jdbc", Shapes.text()).required("sql", Shapes.text()));
        forms.put("sftp", Shapes.fields().required("sftp", SFTP));
        forms.put("mailbox", Shapes.fields().required("mailbox", MAILBOX));
        return forms;
    }

    /** What the names of a feed's files look like; empty for a query. */
    static Optional<String> fileNames(Values feed) {
        var source = feed.in("source");
        return source.text("files").or(() -> source.in("sftp").text("files")).or(() -> source.in("mailbox")
                .text("files"));
    }

    /** The shape must have been checked. */
    FeedSource read(Values feed) {
        var source = feed.in("source");
        if (source.node("sftp").isPresent()) {
            return sftp(source);
        }
        if (source.node("mailbox").isPresent()) {
            return mailbox(source);
        }
        return source.text("files")
                .<FeedSource>map(FeedSource.Files::new)
                .orElseGet(() -> new FeedSource.Query(source.text("jdbc", ""), source.text("sql", "")));
    }

    private FeedSource sftp(Values source) {
        var values = source.in("sftp");
        if (values.node("password").isEmpty() && values.node("private-key").isEmpty()) {
            problems.add(
                    source.place("sftp"),
                    Message.MISSING_KEY,
                    "password",
                    new Bilingual("${变量名}；或写 private-key", "${NAME}, or private-key"));
        }
        return new FeedSource.Sftp(
                server(source, "sftp", SFTP_PORT),
                wanted(values, ".", LARGEST_FILE),
                values.texts("host-key").stream()
                        .map(key -> key.replaceFirst("=$", ""))
                        .toList(),
                new Login(secret(values, "password"), secret(values, "private-key"), secret(values, "passphrase")),
                new Done(
                        values.text("then", "").equals("delete"),
                        values.in("then").text("move")));
    }

    private FeedSource mailbox(Values source) {
        var values = source.in("mailbox");
        return new FeedSource.Mailbox(
                server(source, "mailbox", IMAPS_PORT),
                wanted(values, "INBOX", LARGEST_ATTACHMENT),
                new Senders(values.texts("senders")),
                values.text("certificate").map(text -> text.toUpperCase(Locale.ROOT)),
                secret(values, "password"),
                values.text("done", "Dayclose/Done"));
    }

    private Server server(Values source, String kind, int port) {
        var values = source.in(kind);
        var seconds = values.text("timeout", "30s").replaceAll("\\D", "");
        return new Server(
                values.place("host"),
                variables.resolved(values, "host"),
                values.whole("port", port),
                variables.resolved(values, "user"),
                Duration.ofSeconds(seconds.matches("\\d{1,4}") ? Integer.parseInt(seconds) : 30));
    }

    private static Wanted wanted(Values values, String folder, int megabytes) {
        return new Wanted(values.text("folder", folder), values.text("files", ""), values.whole("max-mb", megabytes));
    }

    private Secret secret(Values values, String key) {
        return new Secret(variables.secret(values, key));
    }
}
