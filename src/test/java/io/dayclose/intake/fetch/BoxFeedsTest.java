package io.dayclose.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.config.feed.FeedSource.Mailbox;
import io.dayclose.config.feed.FeedSource.Secret;
import io.dayclose.config.feed.FeedSource.Server;
import io.dayclose.config.feed.FeedSource.Wanted;
import io.dayclose.config.feed.Layout;
import io.dayclose.config.feed.Senders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoxFeedsTest {
    private static final Feed SALE = feed("sale", box("imap.example.com", "sale-{date}.csv", "*@branch.example.com"));
    private static final Feed EXPENSE =
            feed("expense", box("IMAP.example.com", "expense-*.xlsx", "li@partner.example"));
    private static final Feed SCORE = feed("score", box("other.example.com", "*", "*@branch.example.com"));
    private static final Feed TARGET = feed("target", new FeedSource.Files("*"));
    private static final BoxFeeds BOX = BoxFeeds.of(List.of(TARGET, SALE, SCORE, EXPENSE), (Mailbox) EXPENSE.source());

    private static Mailbox box(String host, String glob, String sender) {
        return new Mailbox(
                new Server("", host, 993, "reports", Duration.ofSeconds(30)),
                new Wanted("INBOX", glob, 50),
                new Senders(List.of(sender)),
                Optional.empty(),
                new Secret(""),
                "Dayclose/Done");
    }

    private static Feed feed(String name, FeedSource source) {
        return new Feed(
                FeedCatalogue.delivered().schema(name).orElseThrow(),
                source,
                Map.of(),
                Layout.CANONICAL,
                Map.of(),
                Optional.empty(),
                Feed.Completeness.STABLE,
                Optional.empty(),
                Optional.empty(),
                new Feed.Rules(Feed.Repeats.RETURN, 92));
    }

    private static List<String> names(List<Feed> feeds) {
        return feeds.stream().map(Feed::name).toList();
    }

    @Test
    void feeds_of_the_same_server_user_and_folder_share_a_box() {
        assertThat(names(BOX.feeds())).containsExactly("sale", "expense");
        assertThat(BOX.globs()).isEqualTo("sale-{date}.csv, expense-*.xlsx");
    }

    @Test
    void a_stranger_to_one_may_be_known_to_another() {
        assertThat(names(BOX.trusting(List.of("li@partner.example")).feeds())).containsExactly("expense");
        assertThat(BOX.trusting(List.of("x@evil.example")).isEmpty()).isTrue();
    }

    @Test
    void a_file_dated_ahead_is_one_of_ours_and_keeps_its_mail() {
        assertThat(names(BOX.taking("sale-2099-01-01.csv"))).containsExactly("sale");
        assertThat(BOX.taking("menu.pdf")).isEmpty();
    }

    @Test
    void one_feed_tells_what_concerns_all() {
        assertThat(BOX.isFirst(SALE)).isTrue();
        assertThat(BOX.isFirst(EXPENSE)).isFalse();
        assertThat(BOX.trusting(List.of("li@partner.example")).isFirst(EXPENSE)).isTrue();
        assertThat(BOX.trusting(List.of("x@evil.example")).isFirst(SALE)).isFalse();
    }
}
