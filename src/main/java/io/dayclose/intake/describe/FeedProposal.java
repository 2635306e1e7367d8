package io.dayclose.intake.describe;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.read.FileLook;
import io.dayclose.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A feed's file as proposed for a file, and what it is not sure of. */
public record FeedProposal(String yaml, List<String> unsure) {

    /**
     * Looks at a file and proposes.
     *
     * @param feed the feed it is for, guessed when empty
     * @param language of the remarks
     * @return nothing when the file has no row that looks like a header
     * @throws IOException saying why the file cannot be read
     */
    public static Optional<FeedProposal> of(Path file, Optional<String> feed, Language language) throws IOException {
        var look = FileLook.at(file, KnownHeaders::isKnown);
        return Found.in(look).filter(found -> !found.header().isEmpty()).flatMap(found -> schema(found, feed)
                .map(schema -> new ProposalText(file, look, found, language).of(schema)));
    }

    /** The feed asked for, or the one that fits best; none when no header is the name of any column. */
    private static Optional<FeedSchema> schema(Found found, Optional<String> feed) {
        var catalogue = FeedCatalogue.delivered();
        return feed.flatMap(catalogue::schema).or(() -> catalogue.names().stream()
                .flatMap(name -> catalogue.schema(name).stream())
                .filter(schema ->
                        !new ColumnGuess(schema, found.header()).cells().isEmpty())
                .max(Comparator.comparingInt(schema -> new ColumnGuess(schema, found.header()).worth())));
    }
}
