package io.dayclose.consignment;

/** What has become of a parcel. */
public enum ParcelStatus {
    SHIPPED,
    DELIVERED,
    PART_REFUSED,
    REFUSED,
    RETURNED,
    LOST
}
