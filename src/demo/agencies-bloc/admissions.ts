/** Admissions of 2010–2020, 1,807 in all (seed 004: "hơn 1.800"), and of 2021. */
export const ADMISSIONS = [152, 158, 161, 170, 172, 165, 168, 171, 160, 168, 162, 131];
