const SETTING = "isoline.notifications";

export type NotificationState = "on" | "off" | "refused" | "unsupported";

/** Whether alerts are also shown by the system: only where the user turned it on here and the browser allows it. */
export function notificationState(): NotificationState {
  if (!("Notification" in globalThis)) return "unsupported";
  if (Notification.permission === "denied") return "refused";
  return Notification.permission === "granted" && localStorage.getItem(SETTING) === "on" ? "on" : "off";
}

/** Turns them on, asking the browser, or off; gives what holds then. */
export async function setNotifications(on: boolean): Promise<NotificationState> {
  localStorage.setItem(SETTING, on ? "on" : "off");
  if (on && "Notification" in globalThis) await Notification.requestPermission();
  return notificationState();
}

/** Shows a notification of the system, where they are on. */
export async function notify(title: string, body: string): Promise<void> {
  if (notificationState() !== "on") return;
  const registration = await navigator.serviceWorker.getRegistration();
  // Phones show those of a service worker alone.
  if (registration?.active) await registration.showNotification(title, { body });
  else new Notification(title, { body });
}
