/** What is claimed next stands next in an index, however much is due at one instant: nothing is sorted for a claim. */
export const claimOrderText = `
drop index work_in_lane;
create index work_in_lane on work (lane, run_at, id) where given_up_at is null;
drop index alert_chunks_next;
create index alert_chunks_next on alert_chunks (rank, run_at, id) where done_at is null;
`;
