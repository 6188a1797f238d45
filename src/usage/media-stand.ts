/** A place where a piece of media stands. */
export interface MediaStand {
  mediaId: string;
  storyId: string;
  slug: string;
  headline: string;
  language: string;
  status: string;
  isPublished: boolean;
}
