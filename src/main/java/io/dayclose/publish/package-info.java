/**
 * Which workbooks a run makes, for whom, and how they leave: {@link io.dayclose.publish.ReportStep} builds them,
 * {@code Addressees} says who gets them, {@code MailComposer} what the mail says, {@link io.dayclose.publish.Mailing} lets them go one
 * sender at a time, {@link io.dayclose.publish.StaleDates} says which of them are not true any more.
 */
@NullMarked
package io.dayclose.publish;

import org.jspecify.annotations.NullMarked;
