-- How far the change to a new key has come in this register: sotay key rotate goes on there after a kill.

create table key_rotation (
  one boolean primary key default true,
  to_key_id text not null,
  acts_upto uuid,
  constraint key_rotation_one_check check (one)
);
comment on table key_rotation is 'Of the owner alone. Values tell by their own key_id under which key they lie; acts have none, so the last one whose content_key was wrapped stands here, written with the batch.';
comment on column key_rotation.acts_upto is 'in order of id; null: none yet';
alter table key_rotation enable row level security;
