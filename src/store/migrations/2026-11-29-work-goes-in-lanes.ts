/** Work goes in lanes, so that a slow one keeps no other from moving; what was given up is found at once. */
export const workLanesText = `
alter table work add column lane text not null default 'spread';

update work set lane = case
  when verb = 'fan out' then 'alerts'
  when verb in ('alert', 'tell open pages', 'publish') then 'readers'
  when verb in ('translate', 'ask a second engine') then 'engines'
  else 'editors' end where verb is not null;

create index work_in_lane on work (lane, run_at) where given_up_at is null;
create index work_given_up on work (given_up_at) where given_up_at is not null;
`;
