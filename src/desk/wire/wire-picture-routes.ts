/** The pictures of an item at the desk: seen before anybody takes them. */
import { previewPicture } from '../../media/preview-picture.ts';
import { listItemPictures } from '../../wire/items/item-pictures.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { param } from '../door/form-fields.ts';

export function registerWirePictures(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('reporter', '/desk/wire/:itemId/pictures/:number', async (request, reply) => {
    const number = Number(param(request, 'number'));
    const picture = (await listItemPictures(newsroom, param(request, 'itemId'))).find(
      (each) => each.number === number,
    );
    const bytes = picture && (await previewPicture(newsroom, picture.href));
    if (!bytes) return reply.code(404).header('cache-control', 'no-store').send();
    return reply.type('image/webp').header('cache-control', 'private, max-age=86400').send(bytes);
  });
}
