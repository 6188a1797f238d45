/** What an editor puts together or parts stays so, what comes later follows, and every act can be taken back. */
import { expect, it } from 'vitest';
import { lookedAt } from '../../../tests/fixtures/events/looked-at.ts';
import { keepItem } from '../../../tests/support/labelled-items.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { HOUR } from '../../kit/clock.ts';
import { type Actor, theNewsroomItself as by } from '../../newsroom.ts';
import { clusterItems } from './cluster.ts';
import { findWhereItWent, listClusterActs, part, putTogether, undoByHand } from './cluster-hand.ts';
import { listClusterMembers } from './clusters.ts';

onEachEngine('clusters by hand', (open) => {
  const send = async (event: string, language: string, agency: string, headline?: string) => {
    const item = lookedAt.find((each) => each[0] === event && each[2] === language);
    if (!item) throw new Error(`no item tells of ${event} in ${language}`);
    open().clock.pass(HOUR / 4);
    const sent = { agency, language, headline: headline ?? item[4], text: item[5] };
    const id = await keepItem(open(), sent);
    await clusterItems(open(), { itemIds: [id] });
    return id;
  };
  const clusterOf = async (itemId: string) => {
    const row = await open()
      .store.selectFrom('items')
      .select('cluster_id')
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow();
    return row.cluster_id;
  };
  const membersOf = async (itemId: string) =>
    (await listClusterMembers(open(), [(await clusterOf(itemId)) ?? '']))
      .map((member) => member.itemId)
      .sort();

  let flood: string[] = [];
  let otherFlood = '';
  let joining: string | null = null;

  it('put two together, and what comes later to either comes to both', async () => {
    flood = [await send('flood', 'de', 'Mitte'), await send('flood', 'en', 'Coast')];
    otherFlood = await send('other-flood', 'de', 'Mitte');
    expect(await clusterOf(otherFlood)).toBeNull();
    const joined = await putTogether(open(), { itemId: otherFlood, withItemId: flood[0] ?? '', by });
    joining = joined.actId;
    expect(await membersOf(otherFlood)).toEqual([...flood, otherFlood].sort());
    flood.push(await send('flood', 'fr', 'Littoral'));
    const likeTheOther = await send('other-flood', 'de', 'Tagblatt', 'Salm tritt in Westerau über die Ufer');
    expect(await membersOf(otherFlood)).toEqual([...flood, otherFlood, likeTheOther].sort());
    expect(await putTogether(open(), { itemId: otherFlood, withItemId: flood[0] ?? '', by })).toEqual({
      clusterId: await clusterOf(otherFlood),
      actId: null,
    });
  });

  it('take it back with all that followed each side, once', async () => {
    const together = await clusterOf(otherFlood);
    await undoByHand(open(), { actId: joining ?? '', by });
    expect(await membersOf(flood[0] ?? '')).toEqual([...flood].sort());
    expect(await membersOf(otherFlood)).toHaveLength(2);
    await expect(undoByHand(open(), { actId: joining ?? '', by })).rejects.toMatchObject({
      code: 'cluster-changed',
    });
    const [act] = await listClusterActs(open(), together ?? '');
    expect(act).toMatchObject({ kind: 'joined', items: 1, byName: 'Crier', undoneAt: open().clock.now() });
  });

  it('say where an event went, by its old address', async () => {
    const before = (await clusterOf(otherFlood)) ?? '';
    const { clusterId, actId } = await putTogether(open(), {
      itemId: otherFlood,
      withItemId: flood[0] ?? '',
      by,
    });
    expect(await findWhereItWent(open(), before)).toBe(clusterId);
    await undoByHand(open(), { actId: actId ?? '', by });
    expect(await findWhereItWent(open(), before)).toBeNull();
  });

  it('part an event for good: nothing machine-made brings it back, and what comes later follows', async () => {
    const [first = '', second = '', third = ''] = flood;
    const from = (await clusterOf(first)) ?? '';
    const { clusterId, actId } = await part(open(), { clusterId: from, itemIds: [second], by });
    await open().store.updateTable('item_marks').set({ version: 0 }).execute();
    await clusterItems(open(), { itemIds: flood });
    expect(await membersOf(second)).toEqual([second]);
    const copy = await send('flood', 'en', 'Evening Coast');
    expect(await clusterOf(copy)).toBe(clusterId);
    expect(await membersOf(first)).toEqual([first, third].sort());
    await undoByHand(open(), { actId, by });
    expect(await membersOf(first)).toEqual([...flood, copy].sort());
  });

  it('part nothing, all, or what is not there', async () => {
    const clusterId = (await clusterOf(flood[0] ?? '')) ?? '';
    const everything = await membersOf(flood[0] ?? '');
    const parting = (itemIds: string[]) => part(open(), { clusterId, itemIds, by });
    await expect(parting([])).rejects.toMatchObject({ code: 'cluster-changed' });
    await expect(parting(everything)).rejects.toMatchObject({ code: 'form-incomplete' });
    await expect(parting([otherFlood])).rejects.toMatchObject({ code: 'cluster-changed' });
    expect(await membersOf(flood[0] ?? '')).toEqual(everything);
  });

  it('do not take back what another act has moved since', async () => {
    const [first = '', second = ''] = flood;
    const { actId } = await putTogether(open(), { itemId: otherFlood, withItemId: first, by });
    const elsewhere = await send('quake', 'en', 'Coast');
    await putTogether(open(), { itemId: second, withItemId: elsewhere, by });
    await expect(undoByHand(open(), { actId: actId ?? '', by })).rejects.toMatchObject({
      code: 'cluster-changed',
    });
  });

  it('keep who did it', async () => {
    const editor: Actor = { id: open().ids.next(), name: 'Maria Kondyli' };
    const today = new Date(open().clock.now()).toISOString();
    await open()
      .store.insertInto('staff')
      .values({
        id: editor.id ?? '',
        name: editor.name,
        email: 'maria@harbour.example',
        email_verified: 1,
        image: null,
        slug: 'maria',
        role: 'editor',
        bio: '',
        left_at: null,
        created_at: today,
        updated_at: today,
      })
      .execute();
    const lone = await send('rate', 'de', 'Mitte');
    const other = await send('mayor', 'en', 'Coast');
    const { clusterId } = await putTogether(open(), { itemId: lone, withItemId: other, by: editor });
    expect(await listClusterActs(open(), clusterId)).toMatchObject([
      { byName: 'Maria Kondyli', undoneAt: null },
    ]);
    const audit = await open()
      .store.selectFrom('audit')
      .select(['act', 'by_id'])
      .where('subject_kind', '=', 'cluster')
      .where('subject_id', '=', clusterId)
      .execute();
    expect(audit).toEqual([{ act: 'put clusters together', by_id: editor.id }]);
  });
});
