/* Reads a question out, where the device itself has a voice of its language: nothing is sent to anybody. A recording,
   where there is one, stands in place of this. */

(() => {
  const button = document.querySelector("button[data-listen]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;

  const label = button.querySelector("span");
  const [listen, stop] = [label.textContent, button.dataset.wordsStop];
  const language = button.dataset.listen.toLowerCase();
  const isOurs = (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language.split("-")[0];
  const voice = () => speech.getVoices().find(isOurs);

  const show = () => { button.hidden = !voice(); };
  const ended = () => { label.textContent = listen; };

  const read = () => {
    const words = [...document.querySelectorAll("[data-read]")].map((one) => one.textContent.trim()).join(". \n");
    const utterance = new SpeechSynthesisUtterance(words);
    [utterance.voice, utterance.lang, utterance.rate] = [voice(), voice().lang, 0.9];
    [utterance.onend, utterance.onerror] = [ended, ended];
    speech.speak(utterance);
    label.textContent = stop;
  };

  button.addEventListener("click", () => {
    const isReading = speech.speaking;
    speech.cancel();
    if (isReading) ended();
    else read();
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", show);
  show();
})();
