package io.dayclose.cli;

import io.dayclose.approval.Decisions.Kind;
import io.dayclose.approval.Decisions.Proposal;
import io.dayclose.close.BookOperations;
import io.dayclose.consignment.decide.ApprovedDecisions;
import io.dayclose.consignment.decide.BreakNotes;
import io.dayclose.consignment.decide.KeyResolver;
import io.dayclose.consignment.decide.Target;
import io.dayclose.run.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people decide about receivables, suspense and breaks. Where money moves it takes effect with the run after a second person's yes. */
final class DecideReceivables {
    private DecideReceivables() {}

    private static Proposal about(Work work, Kind kind, String detail) {
        return Proposal.about(kind, detail, new KeyResolver(work.jdbc()).atStake(kind, detail));
    }

    /** Pays receivables with what waits. */
    @Command(
            name = "match",
            description = "pay receivables with what waits in suspense / 手工匹配",
            mixinStandardHelpOptions = true)
    static final class Match extends DecideAction {
        @Parameters(
                arity = "2..*",
                paramLabel = "KEY",
                description = "keys of breaks, waybills, sources of suspense / 编号")
        private List<String> keys = List.of();

        @Override
        String act(BookOperations books, Work work) {
            return propose(books, work, about(work, Kind.MATCH, new KeyResolver(work.jdbc()).match(keys)));
        }
    }

    /** Takes a match back. */
    @Command(
            name = "unmatch",
            description = "take back all that has paid a receivable, or all a line has paid / 撤销匹配",
            mixinStandardHelpOptions = true)
    static final class Unmatch extends DecideAction {
        @Parameters(paramLabel = "GROUP", description = "a waybill, a settlement, or STATEMENT/LINE / 编号")
        private String key = "";

        @Override
        String act(BookOperations books, Work work) {
            return propose(
                    books,
                    work,
                    about(work, Kind.UNMATCH, KeyResolver.detail(Stream.of(new KeyResolver(work.jdbc()).paid(key)))));
        }
    }

    /** Remembers that two things do not belong together. */
    @Command(name = "dismiss", description = "never propose these two again / 不再建议", mixinStandardHelpOptions = true)
    static final class Dismiss extends DecideAction {
        @Parameters(arity = "2", paramLabel = "KEY", description = "what is owed and what waits / 编号")
        private List<String> keys = List.of();

        @Override
        String act(BookOperations books, Work work) {
            var pair = new ArrayList<Target>();
            keys.forEach(key -> pair.addAll(new KeyResolver(work.jdbc()).any(key)));
            return keep(
                    books,
                    work,
                    Proposal.about(Kind.DISMISS, KeyResolver.detail(pair.stream()), BigDecimal.ZERO),
                    () -> new BreakNotes(work.jdbc()).dismiss(pair));
        }
    }

    /** Places what waits. */
    @Command(
            name = "release",
            description = "pay a receivable with what waits, or give it back to the payer / 释放挂账",
            mixinStandardHelpOptions = true)
    static final class Release extends DecideAction {
        @Parameters(paramLabel = "SUBJECT", description = "its source or subject in show suspense / 挂账编号")
        private String subject = "";

        @Option(names = "--to", required = true, paramLabel = "KEY", description = "what it pays, or PAYER / 去向")
        private String to = "";

        @Override
        String act(BookOperations books, Work work) {
            var keys = new KeyResolver(work.jdbc());
            var waiting = KeyResolver.detail(keys.waiting(subject).stream());
            var goal = to.equalsIgnoreCase(ApprovedDecisions.PAYER)
                    ? ApprovedDecisions.PAYER
                    : keys.owed(to).token();
            return propose(books, work, about(work, Kind.RELEASE, waiting + Target.BETWEEN + goal));
        }
    }

    /** Gives up what is open. */
    @Command(
            name = "write-off",
            description = "give up what is open of a receivable, or end a break / 核销",
            mixinStandardHelpOptions = true)
    static final class WriteOff extends DecideAction {
        @Parameters(paramLabel = "KEY", description = "key of a break, or a waybill / 编号")
        private String key = "";

        @Override
        String act(BookOperations books, Work work) {
            return propose(
                    books,
                    work,
                    about(
                            work,
                            Kind.WRITE_OFF,
                            KeyResolver.detail(Stream.of(new KeyResolver(work.jdbc()).ended(key)))));
        }
    }

    /** Gives a break an owner. */
    @Command(name = "assign", description = "say who follows a break / 指派", mixinStandardHelpOptions = true)
    static final class Assign extends DecideAction {
        @Parameters(paramLabel = "KEY", description = "key of a break / 差异编号")
        private String key = "";

        @Option(names = "--owner", required = true, paramLabel = "USER", description = "who / 负责人")
        private String owner = "";

        @Override
        String act(BookOperations books, Work work) {
            long id = new KeyResolver(work.jdbc()).breakOf(key);
            return keep(
                    books,
                    work,
                    Proposal.about(Kind.ASSIGN, key + " -> " + owner, BigDecimal.ZERO),
                    () -> new BreakNotes(work.jdbc()).assign(id, owner, said(work)));
        }
    }

    /** Confirms a shipment. */
    @Command(
            name = "confirm-shipment",
            description = "confirm that a shipment left / 确认发货",
            mixinStandardHelpOptions = true)
    static final class ConfirmShipment extends DecideAction {
        @Parameters(paramLabel = "WAYBILL", description = "the waybill / 运单号")
        private String waybill = "";

        @Override
        String act(BookOperations books, Work work) {
            var remarks = new BreakNotes(work.jdbc());
            var carrier = remarks.carrierOf(waybill);
            return keep(
                    books,
                    work,
                    Proposal.about(Kind.CONFIRM, carrier + " " + waybill, BigDecimal.ZERO),
                    () -> remarks.confirm(carrier, waybill, said(work)));
        }
    }
}
