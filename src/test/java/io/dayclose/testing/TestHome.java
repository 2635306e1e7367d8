package io.dayclose.testing;

import io.dayclose.app.Engine;
import io.dayclose.config.Home;
import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.config.feed.FeedCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A home in a temporary folder, with feeds that read CSV files of canonical columns from its inbox. */
public final class TestHome {
    private static final String BOOKS_ONLY = """
            job: nightly
            schedule: {cron: "0 30 1 * * *", zone: Asia/Shanghai, business-date: yesterday, catch-up: true}
            steps: [extract, reconcile, stock, target, commission, close-day]
            """;

    private final Path folder;

    public TestHome(Path folder) {
        this.folder = folder;
        if (!Files.exists(folder.resolve("jobs-config/company.yml"))) {
            write("jobs-config/jobs/nightly.yml", BOOKS_ONLY);
        }
        write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                locale: zh-CN
                zone: Asia/Shanghai
                currency: CNY
                mail: {from: dayclose@example.com, domains: [example.com]}
                """);
    }

    /** Nights that make workbooks and mail them; without it they end when the day is closed, which takes half the time. */
    public TestHome reports() {
        try {
            Files.delete(folder.resolve("jobs-config/jobs/nightly.yml"));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Adds feeds that read {@code NAME-*.csv}. */
    public TestHome feeds(String... names) {
        for (var name : names) {
            var key = FeedCatalogue.delivered().schema(name).orElseThrow().key();
            write(
                    "jobs-config/feeds/" + name + ".yml",
                    "feed: %s\nsource: {files: \"%s-*.csv\"}\nkey: %s\n".formatted(name, name, key));
        }
        return this;
    }

    /** Adds every feed of the catalogue. */
    public TestHome allFeeds() {
        return feeds(FeedCatalogue.delivered().names().toArray(String[]::new));
    }

    /** Adds all feeds and the master data of a small company: two branches, three outlets, a dealer, people, products. */
    public TestHome smallCompany() {
        feeds("branch", "dealer", "outlet", "person", "product", "sale");
        write("jobs-config/users.yml", """
                - {user: wang, name: 王, roles: [finance]}
                - {user: li, name: 李, roles: [general-manager]}
                - {user: zhao, name: 赵, roles: [finance]}
                """);
        write("inbox/branch-1.csv", "branch_code,name\nB01,华东\nB02,华南\n");
        write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2026-01-01,2026-11-10\n");
        write("inbox/outlet-1.csv", """
                outlet_code,name,branch_code,channel,dealer_code,opened_on,closed_on
                W001,上海一店,B01,OWN,,2020-01-01,
                W002,广州二店,B02,DEALER,D01,2020-01-01,
                W003,杭州三店,B01,CAMPUS,,2020-01-01,2026-11-20
                """);
        write("inbox/person-1.csv", """
                person_code,name,branch_code,outlet_code,role,email,joined_on,left_on
                P001,王芳,B01,,BRANCH_MANAGER,east@example.com,2020-01-01,
                P002,李强,B02,,BRANCH_MANAGER,south@example.com,2020-01-01,
                P003,陈总,B01,,GENERAL_MANAGER,gm@example.com,2020-01-01,
                P004,赵敏,B01,W001,SELLER,,2020-01-01,2026-11-15
                P005,周军,B01,W001,SELLER,,2020-01-01,
                """);
        write("inbox/product-1.csv", """
                product_code,name,category,serialised
                G001,数据线,配件,N
                G002,手机甲,手机,Y
                """);
        return this;
    }

    public TestHome write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(
                    file, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static final String SALE_HEADER =
            "doc_no,line_no,kind,business_date,outlet_code,seller_code,product_code,quantity,unit_price,discount,amount,serial_no,original_doc_no,original_line_no,void\n";

    /** Writes sales: each line without the header. */
    public TestHome sales(String file, String... lines) {
        return write("inbox/" + file, SALE_HEADER + String.join("\n", List.of(lines)) + "\n");
    }

    /** A commission plan of one version, or of more when the text goes on with them. */
    public TestHome plan(String name, String version) {
        return write(
                "jobs-config/plans/" + name + ".yml",
                "plan: %s\ntitle: %s\nkind: commission\nversions:\n  - {%s}\n".formatted(name, name, version));
    }

    public Path folder() {
        return folder;
    }

    public HomeReader.Loaded load() {
        return HomeReader.read(new HomeFiles(folder), name -> Optional.ofNullable(System.getProperty(name)));
    }

    public Home home() {
        var loaded = load();
        if (loaded.problems().count() > 0) {
            throw new IllegalStateException(loaded.problems().sorted().toString());
        }
        return loaded.home();
    }

    public Engine engine(TestDatabase database, Object... beans) {
        return Engine.start(home(), database.settings(), beans);
    }
}
