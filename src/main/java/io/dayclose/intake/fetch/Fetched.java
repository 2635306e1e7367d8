package io.dayclose.intake.fetch;

import java.util.Collection;
import java.util.Map;

/** What has been registered of the files on servers. */
public interface Fetched {

    /** Of these marks those that are registered for a feed, and whether the bytes lie in the archive. */
    Map<String, Boolean> of(String feed, Collection<String> marks);
}
