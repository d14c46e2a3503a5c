/** SQL over journal_head: the day, here, on which the last act was recorded. */
export const headDay = "(last_recorded_at at time zone 'Asia/Ho_Chi_Minh')::date";
