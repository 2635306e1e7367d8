/**
 * What people decide: {@link io.dayclose.approval.Decisions} keeps proposals, answers and what is taken back, and lets nobody past
 * {@code DecisionRights}. In comes what somebody at the shell or in a workbook says; out goes what was agreed on, which the rooms whose
 * matter it is carry out and tell by {@link io.dayclose.approval.CarriedOut}. Only this room writes {@code decision}.
 */
@NullMarked
package io.dayclose.approval;

import org.jspecify.annotations.NullMarked;
