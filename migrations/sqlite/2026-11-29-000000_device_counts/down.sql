DROP TABLE device_months;
DROP TABLE device_counts;
