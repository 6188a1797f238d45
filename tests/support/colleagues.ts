/** Two who work at The Harbour Post, and one who has left, for tests of what the desk plans and says. */
import { theNewsroomItself } from '../../src/newsroom.ts';
import { addStaff, letGo, type Staff } from '../../src/staff/staff.ts';
import { setUpHarbourPost } from './harbour-post.ts';
import type { TestNewsroom } from './newsroom.ts';

export interface Colleagues {
  petros: Staff;
  anton: Staff;
  gone: Staff;
}

/** Sets the paper up with them; asked again, the same. */
export function colleaguesOnce(): (newsroom: TestNewsroom) => Promise<Colleagues> {
  let cast: Colleagues | undefined;
  return async (newsroom) => {
    if (cast) return cast;
    await setUpHarbourPost(newsroom);
    const add = (name: string) =>
      addStaff(newsroom, {
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@post.example`,
        password: 'north-quay-at-five',
        role: 'editor',
        by: theNewsroomItself,
      });
    cast = {
      petros: await add('Petros Vamvakas'),
      anton: await add('Anton Veresov'),
      gone: await add('Gone Girl'),
    };
    await letGo(newsroom, { staffId: cast.gone.id, by: theNewsroomItself });
    return cast;
  };
}
