-- Who reaches the years of a badge in a month is found by the day that party age is counted from.

create index person_record_party_age on person_record (party_age_from);
