package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.organisation.Branch;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes unknown outlets and products known, where the feed asks for it; they are valid always. */
final class Learner {
    private final Optional<Feed.Learn> rule;
    private final Organisation organisation;
    private final List<String> branches = new ArrayList<>();
    private final List<Learned.Outlet> outlets = new ArrayList<>();
    private final List<String> products = new ArrayList<>();

    Learner(Optional<Feed.Learn> rule, Organisation organisation) {
        this.rule = rule;
        this.organisation = organisation;
    }

    boolean learns(Column column, String code) {
        var feed = column.reference().orElse("");
        rule.filter(any -> feed.equals("outlet")).ifPresent(learn -> outlet(code, learn));
        rule.filter(any -> feed.equals("product")).ifPresent(learn -> product(code));
        return rule.isPresent() && (feed.equals("outlet") || feed.equals("product"));
    }

    private void outlet(String code, Feed.Learn learn) {
        if (!organisation.knows("branch", learn.branch())) {
            organisation.put("branch", learn.branch(), FeedSchema.ALWAYS, new Branch(learn.branch(), learn.branch()));
            branches.add(learn.branch());
        }
        organisation.put("outlet", code, FeedSchema.ALWAYS, new Outlet(code, learn.branch(), null, null, null));
        outlets.add(new Learned.Outlet(code, learn.branch(), learn.channel()));
    }

    private void product(String code) {
        organisation.put("product", code, FeedSchema.ALWAYS, new Product(code, false));
        products.add(code);
    }

    Learned drain() {
        var learned = new Learned(List.copyOf(branches), List.copyOf(outlets), List.copyOf(products));
        branches.clear();
        outlets.clear();
        products.clear();
        return learned;
    }
}
