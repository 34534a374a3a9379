import { diskPlace, s3Place, type FilePlaces, type S3Settings } from '@thidua/store';

/** The folder is always one of the places: files that lie there are read even when new ones go elsewhere. */
export function placesOf({
  filesDir,
  filesS3,
}: {
  readonly filesDir?: string | undefined;
  readonly filesS3?: S3Settings | null | undefined;
}): FilePlaces {
  return {
    ...(filesDir === undefined ? {} : { disk: diskPlace(filesDir) }),
    ...(filesS3 === undefined || filesS3 === null ? {} : { s3: s3Place(filesS3) }),
  };
}
