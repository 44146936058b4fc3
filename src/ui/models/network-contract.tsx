import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import facts from "./card-facts.module.css";

/** What a network has to take and give to answer in place of the shipped twelve-lead model. */
export function NetworkContract() {
  return (
    <dl className={facts.facts}>
      <div>
        <dt>Takes signals</dt>
        <dd>[any, 1000, 12]: ten seconds at 100 Hz; the leads {TWELVE_LEADS.join(", ")} in this order; mV, neither filtered nor scaled; silence after the end of a shorter recording.</dd>
      </div>
      <div>
        <dt>Takes metadata</dt>
        <dd>[any, 7]: age in years, sex (0 male, 1 female), height in cm, weight in kg, then nurse, site and device, always 0. Not scaled. What is not known is the mean of the patients that the shipped model learnt from.</dd>
      </div>
      <div>
        <dt>Gives</dt>
        <dd>[any, 5]: the probabilities of {SUPERCLASSES.map(({ code }) => code).join(", ")}, each from 0 to 1.</dd>
      </div>
      <div>
        <dt>Scales by itself</dt>
        <dd>Any normalisation has to be in the network, as by Keras’ Normalization layer. Names of inputs and their order do not matter.</dd>
      </div>
      <div>
        <dt>Files</dt>
        <dd>A TF.js layers model: model.json and its .bin files, 64 MB at most, of the standard layers and Normalization. Its thresholds are .5, or those of a card.json picked with it, as the shipped model has one.</dd>
      </div>
    </dl>
  );
}
