package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.organisation.Branch;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes unknown outlets and products known, where the feed asks for it: from the business date of the record that names
 * them, so that earlier days look as they did.
 */
public final class MasterDiscovery {
    private final Optional<Feed.Learn> rule;
    private final Organisation organisation;
    private final List<Learned.Code> branches = new ArrayList<>();
    private final List<Learned.Outlet> outlets = new ArrayList<>();
    private final List<Learned.Code> products = new ArrayList<>();

    MasterDiscovery(Optional<Feed.Learn> rule, Organisation organisation) {
        this.rule = rule;
        this.organisation = organisation;
    }

    boolean learns(Column column, String code, @Nullable LocalDate businessDate) {
        var date = businessDate == null ? FeedSchema.ALWAYS : businessDate;
        var feed = column.reference().orElse("");
        rule.filter(any -> feed.equals("outlet")).ifPresent(learn -> outlet(code, learn, date));
        rule.filter(any -> feed.equals("product")).ifPresent(learn -> product(code, date));
        return rule.isPresent() && (feed.equals("outlet") || feed.equals("product"));
    }

    private void outlet(String code, Feed.Learn learn, LocalDate date) {
        if (organisation.find("branch", learn.branch(), date).isEmpty()) {
            organisation.put("branch", learn.branch(), date, new Branch(learn.branch(), learn.branch()));
            branches.add(new Learned.Code(learn.branch(), date));
        }
        organisation.put("outlet", code, date, new Outlet(code, learn.branch(), learn.channel(), null, null, null));
        outlets.add(new Learned.Outlet(new Learned.Code(code, date), learn.branch(), learn.channel()));
    }

    private void product(String code, LocalDate date) {
        organisation.put("product", code, date, Product.unknown(code));
        products.add(new Learned.Code(code, date));
    }

    Learned drain() {
        var learned = new Learned(List.copyOf(branches), List.copyOf(outlets), List.copyOf(products));
        branches.clear();
        outlets.clear();
        products.clear();
        return learned;
    }
}
