SELECT debtor, source, subject, amount, since, reason FROM suspense WHERE begins <= :to AND ends > :to ORDER BY debtor, source, subject
