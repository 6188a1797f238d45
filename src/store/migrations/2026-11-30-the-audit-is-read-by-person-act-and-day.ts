/** Lines of the audit are found by when, by whom and by what was done, each in its order: nothing is sorted for a page of it. */
export const auditOrderText = `
create index audit_at on audit (at, id);
create index audit_by on audit (by_id, at, id);
create index audit_act_order on audit (act, at, id);
create index audit_by_act on audit (by_id, act, at, id);
`;
