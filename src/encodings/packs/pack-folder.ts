/** What decides where a user's caches are. */
export interface Home {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * The folder in which added packs are kept: `packs` in `PROMPTCOST_CACHE` if that is set, else in the platform's cache folder.
 *
 * @example
 * ```ts
 * packFolder({ platform: 'linux', env: {}, home: '/home/ada' }); // '/home/ada/.cache/promptcost/packs'
 * ```
 */
export function packFolder({ platform, env, home }: Home): string {
  return `${env['PROMPTCOST_CACHE'] || `${cacheFolder(platform, env, home)}/promptcost`}/packs`;
}

function cacheFolder(platform: string, env: Home['env'], home: string): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] || `${home}/AppData/Local`;
  if (platform === 'darwin') return `${home}/Library/Caches`;
  return env['XDG_CACHE_HOME'] || `${home}/.cache`;
}
