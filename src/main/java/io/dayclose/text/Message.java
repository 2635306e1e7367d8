package io.dayclose.text;

/**
 * A sentence said to a person, with its stable code. The texts live in {@code messages_zh} and {@code messages_en};
 * {@code docs/errors.md} lists every code, and a test keeps the three together.
 */
public enum Message {
    YAML_BROKEN("DC-101"),
    DUPLICATE_KEY("DC-102"),
    UNKNOWN_KEY("DC-103"),
    MISSING_KEY("DC-104"),
    WRONG_VALUE("DC-105"),
    NAME_DIFFERS("DC-106"),
    FILE_MISSING("DC-107"),
    UNKNOWN_FEED("DC-108"),
    UNKNOWN_COLUMN("DC-109"),
    KEY_DIFFERS("DC-110"),
    UNKNOWN_DATA_SOURCE("DC-111"),
    BAD_EXPRESSION("DC-112"),
    BAD_CRON("DC-113"),
    UNKNOWN_STEP("DC-114"),
    SECRET_IN_FILE("DC-116"),
    VARIABLE_NOT_SET("DC-117"),
    UNKNOWN_REFERENCE("DC-118"),
    SQL_REFUSED("DC-119"),
    COLUMN_NOT_IN_QUERY("DC-120"),
    BAD_PATTERN("DC-121"),
    NOT_UTF8("DC-122"),
    FILE_IGNORED("DC-123"),
    DATA_SOURCE_SILENT("DC-124"),
    CONTROLS_OF_QUERY("DC-125"),
    NO_BRANCH_IN_NAME("DC-126"),
    NO_LIST_OF_WORDS("DC-127"),
    VERSION_ORDER("DC-131"),
    WHOLE_MONTHS("DC-132"),
    OVERRIDE_OF_MANAGERS("DC-133"),
    PAYEE_OR_SHARES("DC-134"),
    SHARES_SUM("DC-135"),
    ONE_RATE("DC-136"),
    FIRST_BAND("DC-137"),
    BAND_ORDER("DC-138"),
    NO_HOME("DC-201"),
    NO_DATABASE("DC-202"),
    DATABASE_UNREACHABLE("DC-203"),
    UNKNOWN_JOB("DC-204"),
    BAD_OPTION("DC-205"),
    DRY_RUN_OF_MANY("DC-206"),
    NAMES_NOT_HELD("DC-207"),
    ALREADY_RUNNING("DC-301"),
    DAY_BEFORE_OPEN("DC-302"),
    REASON_NEEDED("DC-303"),
    RUN_FAILED("DC-304"),
    RUN_STOPPED("DC-305"),
    RECOVERED("DC-306"),
    DATE_AHEAD("DC-307"),
    STEP_UNKNOWN_HERE("DC-308"),
    INTAKE_BUSY("DC-309"),
    FROM_STEP_UNFINISHED("DC-310"),
    ENDED_BEFORE("DC-311"),
    CONTROLS_DIFFER("DC-401"),
    SOURCE_DOWN("DC-402"),
    DUPLICATE_FILE("DC-403"),
    FILE_UNREADABLE("DC-404"),
    FILE_NOT_COMPLETE("DC-405"),
    HEADER_MISSING("DC-406"),
    OVER_LIMIT("DC-407"),
    FILE_DAMAGED("DC-408"),
    FILES_UNREAD("DC-409"),
    FILE_OF_NO_FEED("DC-410"),
    HEADER_TWICE("DC-411"),
    FILE_NOT_OPEN("DC-412"),
    SOURCE_SKIPPED("DC-413"),
    FEEDS_SKIPPED("DC-414"),
    CONTROL_MISSING("DC-415"),
    CONTROL_DIFFERS("DC-416"),
    FILES_QUARANTINED("DC-417"),
    FEED_MISSING("DC-418"),
    FEED_REQUIRED("DC-419"),
    SENDER_UNKNOWN("DC-420"),
    NOTHING_MENDED("DC-421"),
    NO_RECIPIENT("DC-501"),
    MAIL_REJECTED("DC-502"),
    MAIL_RETRY("DC-503"),
    MAIL_UNCONFIRMED("DC-504"),
    ADDRESS_NOT_ALLOWED("DC-505"),
    MAIL_SERVER_DOWN("DC-506"),
    FILE_NOT_WRITTEN("DC-507"),
    PLAN_HISTORY_CHANGED("DC-601"),
    LEDGER_DIFFERS("DC-602"),
    NO_DAY_CLOSED("DC-603"),
    MONTH_NOT_OVER("DC-604"),
    MONTH_BEFORE_OPEN("DC-605"),
    MONTH_AFTER_CLOSED("DC-606"),
    MONTH_DAY_OPEN("DC-607"),
    BOOKS_BUSY("DC-608"),
    NO_DECISION("DC-609"),
    DECISION_ANSWERED("DC-610"),
    SAME_PERSON("DC-611"),
    REASON_REQUIRED("DC-612"),
    NO_SUCH_PAYEE("DC-613"),
    NO_SUCH_PLAN("DC-614"),
    ACCOUNT_SAME("DC-615"),
    OVERRIDE_CYCLE("DC-616"),
    OUTLET_OF_OTHERS("DC-617"),
    BAD_AMOUNT("DC-618"),
    CLOSE_WHAT("DC-619"),
    GATE_NOT_ASKED("DC-620");

    private final String code;

    Message(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The sentence in a language, the code behind it. */
    public String in(Language language, Object... values) {
        return Texts.of(language).format(name(), values) + " [" + code + "]";
    }
}
