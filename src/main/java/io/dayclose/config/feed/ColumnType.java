package io.dayclose.config.feed;

/** What a canonical column holds. */
public enum ColumnType {
    /** An identifier of at most 32 characters, leading zeros kept, compared exactly. */
    CODE,
    /** A text of at most 200 characters. */
    TEXT,
    /** Mail addresses, one or more, of at most 200 characters together. */
    MAILS,
    /** An integer. */
    WHOLE,
    /** An amount in the company's currency, decimal(18,2). */
    MONEY,
    /** A unit price, decimal(22,8); as many decimals are stated as the sender knows. */
    PRICE,
    /** A figure that is no price, such as a target or a score, decimal(18,4). */
    FIGURE,
    /** A day. */
    DATE,
    /** A month, written 2026-11. */
    MONTH,
    /** A moment in the company's zone, without a zone of its own. */
    TIME,
    /** Y or N. */
    FLAG,
    /** One of the listed words. */
    CHOICE;

    /** The longest text the column takes. */
    public int length() {
        return this == TEXT || this == MAILS ? 200 : 32;
    }
}
