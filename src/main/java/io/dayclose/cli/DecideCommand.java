package io.dayclose.cli;

import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions.Kind;
import io.dayclose.approval.Decisions.Proposal;
import io.dayclose.close.BankAccounts;
import io.dayclose.close.BookOperations;
import io.dayclose.period.ClosedMonths;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people decide: one proposes, another approves or rejects. */
@Command(
        name = "decide",
        description = "propose, approve or reject: commissions, receivables, suspense / 决定",
        mixinStandardHelpOptions = true,
        subcommands = {
            DecideCommand.Waive.class,
            DecideCommand.Adjust.class,
            DecideCommand.Account.class,
            DecideReceivables.Match.class,
            DecideReceivables.Unmatch.class,
            DecideReceivables.Dismiss.class,
            DecideReceivables.Release.class,
            DecideReceivables.WriteOff.class,
            DecideReceivables.Assign.class,
            DecideReceivables.ConfirmShipment.class,
            DecideCommand.Approve.class,
            DecideCommand.Reject.class,
            DecideCommand.Withdraw.class
        })
final class DecideCommand {
    private static final String NONE = "";

    /** Lets a gate pass. */
    @Command(
            name = "waive",
            description = "let a plan's gate pass for a payee's month / 豁免条件",
            mixinStandardHelpOptions = true)
    static final class Waive extends DecideAction {
        @Parameters(index = "0", paramLabel = "PLAN", description = "the plan / 方案")
        private String plan = NONE;

        @Parameters(index = "1", paramLabel = "PAYEE", description = "the payee's code / 收款人")
        private String payee = NONE;

        @Parameters(index = "2", paramLabel = "GATE", description = "${COMPLETION-CANDIDATES} / 条件")
        private WaivedGate gate = WaivedGate.WARRANTY_CARD;

        @Option(names = "--period", required = true, paramLabel = "M", description = "the month of the sales / 业务月份")
        private YearMonth month = YearMonth.of(1970, 1);

        @Override
        String act(BookOperations books, Work work) {
            var plans = work.home().plans();
            if (!plans.containsKey(plan)) {
                throw Refusal.usage(
                        Problem.at("decide waive", Message.NO_SUCH_PLAN, plan, String.join(", ", plans.keySet())));
            }
            var gates = plans.get(plan).on(month.atEndOfMonth());
            if (gates.filter(version -> gate.isAskedBy(version.gates())).isEmpty()) {
                throw Refusal.usage(Problem.at("decide waive", Message.GATE_NOT_ASKED, plan, gate, month));
            }
            if (gate.isOfPayees() && new ClosedMonths(work.jdbc()).has(month)) {
                throw Refusal.refused(Problem.at("decide waive", Message.GATE_OF_CLOSED, month, gate));
            }
            return propose(
                    books,
                    work,
                    new Proposal(
                            Kind.WAIVE,
                            plan,
                            kind(work, payee),
                            payee,
                            gate.name(),
                            month.toString(),
                            BigDecimal.ZERO,
                            NONE,
                            NONE));
        }
    }

    /** Posts an amount by hand. */
    @Command(name = "adjust", description = "post an amount by hand / 手工调整", mixinStandardHelpOptions = true)
    static final class Adjust extends DecideAction {
        @Parameters(paramLabel = "PAYEE", description = "the payee's code / 收款人")
        private String payee = NONE;

        @Option(names = "--amount", required = true, paramLabel = "A", description = "e.g. 120.50 or -20 / 金额")
        private BigDecimal amount = BigDecimal.ZERO;

        @Option(
                names = "--period",
                required = true,
                paramLabel = "M",
                description = "the month it is settled with / 结算月份")
        private YearMonth month = YearMonth.of(1970, 1);

        @Override
        String act(BookOperations books, Work work) {
            if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > 2) {
                throw Refusal.usage(Problem.at("--amount", Message.BAD_AMOUNT, amount.toPlainString()));
            }
            return propose(
                    books,
                    work,
                    new Proposal(
                            Kind.ADJUST, NONE, kind(work, payee), payee, NONE, month.toString(), amount, NONE, NONE));
        }
    }

    /** Lets payouts go to the bank account that master data names now. */
    @Command(
            name = "account",
            description = "pay a dealer to the account in master data / 启用新银行账号",
            mixinStandardHelpOptions = true)
    static final class Account extends DecideAction {
        @Parameters(paramLabel = "DEALER", description = "the dealer's code / 代理商")
        private String dealer = NONE;

        @Override
        String act(BookOperations books, Work work) {
            var accounts = new BankAccounts(work.jdbc());
            var latest = accounts.latest(dealer)
                    .orElseThrow(() -> Refusal.usage(Problem.at("decide account", Message.NO_SUCH_PAYEE, dealer)));
            if (accounts.approved(dealer).filter(latest::equals).isPresent()) {
                throw Refusal.usage(Problem.at("decide account", Message.ACCOUNT_SAME, dealer));
            }
            return propose(
                    books,
                    work,
                    new Proposal(Kind.ACCOUNT, NONE, "DEALER", dealer, NONE, NONE, BigDecimal.ZERO, latest, NONE));
        }
    }

    /** Says yes to what somebody else has proposed. */
    @Command(
            name = "approve",
            description = "say yes to what somebody else has proposed / 批准",
            mixinStandardHelpOptions = true)
    static final class Approve extends DecideAction {
        @Parameters(paramLabel = "ID", description = "its number in show decisions / 编号")
        private long id;

        @Override
        String act(BookOperations books, Work work) {
            books.answer(id, Answer.APPROVE, voice(work));
            return said("decide.approved", id);
        }
    }

    /** Says no to it. */
    @Command(name = "reject", description = "say no to it / 驳回", mixinStandardHelpOptions = true)
    static final class Reject extends DecideAction {
        @Parameters(paramLabel = "ID", description = "its number in show decisions / 编号")
        private long id;

        @Override
        String act(BookOperations books, Work work) {
            books.answer(id, Answer.REJECT, voice(work));
            return said("decide.rejected", id);
        }
    }

    /** Takes it back before it acts. */
    @Command(name = "withdraw", description = "take back what has not acted yet / 撤回", mixinStandardHelpOptions = true)
    static final class Withdraw extends DecideAction {
        @Parameters(paramLabel = "ID", description = "its number in show decisions / 编号")
        private long id;

        @Override
        String act(BookOperations books, Work work) {
            books.withdraw(id, voice(work));
            return said("decide.withdrawn", id);
        }
    }
}
