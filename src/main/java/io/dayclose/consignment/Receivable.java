package io.dayclose.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier or dealer owes us for one thing. Amounts in its currency, always derived: open = gross + adjusted − settled −
 * written off.
 * Wide: a row of {@code receivable}.
 *
 * @param subject the waybill, or the number of a settlement
 * @param normal the waybill as waybills are compared
 * @param dealer who bought, as of dispatch
 * @param settled what was collected or received for it and what was tolerated
 * @param tolerated the part of settled that never came
 * @param credited what came and is not in settled any more, because it is owed back to the dealer
 * @param due when it is to be paid, and its cycle; none while it is on its way
 * @param proposed the group it is proposed to be paid with, empty mostly
 */
public record Receivable(
        ReceivableKind kind,
        String debtor,
        String subject,
        String normal,
        String dealer,
        String currency,
        BigDecimal gross,
        BigDecimal adjusted,
        BigDecimal settled,
        BigDecimal tolerated,
        BigDecimal credited,
        BigDecimal writtenOff,
        Due due,
        Track track,
        boolean reopened,
        String proposed) {

    /** When it is to be paid. */
    public record Due(@Nullable LocalDate on, String cycle) {
        /** Not known yet. */
        public static final Due NONE = new Due(null, "");
    }

    /**
     * Where its parcel is, and what else it is known by.
     *
     * @param changedAt when its amount was changed after dispatch
     * @param version of the shipment this was made from
     */
    public record Track(
            ParcelStatus status,
            LocalDate statusOn,
            String batch,
            String order,
            String parent,
            @Nullable LocalDateTime changedAt,
            long version) {}

    public BigDecimal open() {
        return gross.add(adjusted).subtract(settled).subtract(writtenOff);
    }

    /** What has really come. */
    public BigDecimal collected() {
        return settled.add(credited).subtract(tolerated);
    }

    /** Whether it is to be paid at all by now: a parcel on its way is not. */
    public boolean isDue() {
        return track.status() != ParcelStatus.SHIPPED;
    }

    public Receivable pay(BigDecimal amount) {
        return moved(new Paid(settled.add(amount), tolerated, credited, writtenOff));
    }

    public Receivable tolerate(BigDecimal amount) {
        return moved(new Paid(settled.add(amount), tolerated.add(amount), credited, writtenOff));
    }

    public Receivable writeOff(BigDecimal amount) {
        return moved(new Paid(settled, tolerated, credited, writtenOff.add(amount)));
    }

    /** Gives what was paid too much to the dealer; what was given before counts as paid again first. */
    Receivable credit(BigDecimal amount) {
        return with(
                new Paid(settled.add(credited).subtract(amount), tolerated, amount, writtenOff), reopened, proposed);
    }

    public Receivable proposedWith(String group) {
        return with(new Paid(settled, tolerated, credited, writtenOff), reopened, group);
    }

    /** What changes while its facts stay. */
    private record Paid(BigDecimal settled, BigDecimal tolerated, BigDecimal credited, BigDecimal writtenOff) {}

    /** Less paid than before opens it again, until nothing is owed. */
    private Receivable moved(Paid now) {
        boolean shrunk = now.settled().compareTo(settled) < 0;
        boolean full = gross.add(adjusted)
                        .subtract(now.settled())
                        .subtract(now.writtenOff())
                        .signum()
                <= 0;
        return with(now, shrunk || reopened && !full, proposed);
    }

    private Receivable with(Paid now, boolean nowReopened, String nowProposed) {
        return new Receivable(
                kind,
                debtor,
                subject,
                normal,
                dealer,
                currency,
                gross,
                adjusted,
                now.settled(),
                now.tolerated(),
                now.credited(),
                now.writtenOff(),
                due,
                track,
                nowReopened,
                nowProposed);
    }

    /** The same with what its facts say now; what was paid for it stays in the currency it was paid in. */
    public Receivable of(Receivable facts) {
        boolean untouched = settled.signum() == 0 && credited.signum() == 0 && writtenOff.signum() == 0;
        return new Receivable(
                kind,
                debtor,
                facts.subject(),
                normal,
                facts.dealer(),
                untouched ? facts.currency() : currency,
                facts.gross(),
                facts.adjusted(),
                settled,
                tolerated,
                credited,
                writtenOff,
                facts.due(),
                facts.track(),
                reopened,
                proposed);
    }

    /** How it stands. */
    public State state() {
        if (open().signum() <= 0 && gross.signum() > 0) {
            return settled.signum() > 0 ? State.SETTLED : writtenOff.signum() > 0 ? State.WRITTEN_OFF : State.CANCELLED;
        }
        if (collected().signum() > 0) {
            return State.PARTIAL;
        }
        return reopened ? State.REOPENED : isDue() ? State.DUE : State.EXPECTED;
    }

    /** The states of a receivable. */
    public enum State {
        EXPECTED,
        DUE,
        PARTIAL,
        SETTLED,
        CANCELLED,
        WRITTEN_OFF,
        REOPENED
    }
}
