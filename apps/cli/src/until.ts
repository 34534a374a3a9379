/** Asks again until there is an answer; the worker works beside us. Throws with what was awaited after `seconds`. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 180): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (let pause = 40; ; pause = Math.min(pause * 1.4, 400)) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (performance.now() > deadline) {
      throw new Error(`không thấy sau ${seconds} giây: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
