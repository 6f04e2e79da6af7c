// Saves what one types in a draft each time one pauses. When someone else has saved meanwhile, it stops and offers the page with both texts.
const form = document.querySelector("form[data-autosave]");
if (form) {
  const told = form.querySelector("[data-told]");
  const content = () => { const data = new FormData(form); data.set("do", "save"); return new URLSearchParams(data).toString(); };
  const bare = () => { const data = new FormData(form); data.delete("seen"); data.delete("base"); return new URLSearchParams(data).toString(); };
  let saved = bare(), timer = 0, sending = false, stopped = false, leaving = false;
  const say = (text, alarm) => { told.textContent = text; told.setAttribute("role", alarm ? "alert" : "status"); };

  async function save() {
    clearTimeout(timer);
    if (sending || stopped || leaving) return;
    const now = bare();
    if (now === saved) return;
    sending = true;
    const answer = await fetch(form.action, { method: "POST", body: content(), headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" } }).catch(() => null);
    sending = false;
    if (answer?.ok && answer.headers.get("Content-Type")?.startsWith("application/json")) {
      const { id, number, at } = await answer.json();
      saved = now;
      form.elements.seen.value = number;
      if (!form.action.endsWith("/drafts/" + id)) { form.action = "/drafts/" + id; history.replaceState(null, "", "/drafts/" + id); }
      say(told.dataset.saved.replace("{at}", at));
      if (bare() !== saved) wait();
    } else if (answer?.status === 409) {
      stopped = true;
      say(told.dataset.conflict + " ", true);
      told.append(Object.assign(document.createElement("button"), { name: "do", value: "save", textContent: told.dataset.show }));
    } else {
      say(told.dataset.failed, true);
      if (!answer || answer.status >= 500 || answer.status === 429) wait(10000);
    }
  }

  function wait(time = 1500) { clearTimeout(timer); timer = setTimeout(save, time); }

  form.addEventListener("input", () => wait());
  form.addEventListener("change", () => wait());
  form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  addEventListener("beforeunload", event => { if (!leaving && bare() !== saved) event.preventDefault(); });
}
