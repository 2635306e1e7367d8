package io.dayclose.cli;

import io.dayclose.bonus.ApprovalEvent;
import picocli.CommandLine.Command;

/** The way of a bonus plan's month to its approval. */
@Command(
        name = "bonus",
        description = "draft, submit, approve, reject or withdraw a bonus plan's month / 奖金",
        mixinStandardHelpOptions = true,
        subcommands = {
            BonusCommand.Draft.class,
            BonusCommand.Submit.class,
            BonusCommand.Approve.class,
            BonusCommand.Reject.class,
            BonusCommand.Withdraw.class,
            BonusCompare.class
        })
final class BonusCommand {

    /** Works the figures out, as often as wanted. */
    @Command(name = "draft", description = "work the figures out / 测算", mixinStandardHelpOptions = true)
    static final class Draft extends BonusAction {
        Draft() {
            super(ApprovalEvent.Kind.DRAFT);
        }
    }

    /** Freezes them. */
    @Command(
            name = "submit",
            description = "freeze the figures and ask for approval / 提交",
            mixinStandardHelpOptions = true)
    static final class Submit extends BonusAction {
        Submit() {
            super(ApprovalEvent.Kind.SUBMIT);
        }
    }

    /** Agrees; the last one to agree pays. */
    @Command(
            name = "approve",
            description = "agree for the role that is waited for / 批准",
            mixinStandardHelpOptions = true)
    static final class Approve extends BonusAction {
        Approve() {
            super(ApprovalEvent.Kind.APPROVE);
        }
    }

    /** Sends it back. */
    @Command(name = "reject", description = "send it back, with --reason / 驳回", mixinStandardHelpOptions = true)
    static final class Reject extends BonusAction {
        Reject() {
            super(ApprovalEvent.Kind.REJECT);
        }
    }

    /** Takes it back. */
    @Command(name = "withdraw", description = "take it back / 撤回", mixinStandardHelpOptions = true)
    static final class Withdraw extends BonusAction {
        Withdraw() {
            super(ApprovalEvent.Kind.WITHDRAW);
        }
    }
}
