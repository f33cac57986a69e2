package io.kro4j.maven.plan;

/** A group to be changed in many ways. */
final class PlanExamples {
  /** A sound group named {@code shop}. */
  static final String SHOP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata:
        name: shop
      spec:
        schema:
          apiVersion: v1
          kind: Shop
          group: example.com
          types:
            Shelf:
              label: string
              width: integer | default=80
          spec:
            title: string | required=true
            size: string | enum="small,medium,large" default=small
            shelves: '[]Shelf'
          status:
            address: ${door.spec.clusterIP}
        resources:
          - id: page
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: ${schema.metadata.name}-page
              data:
                title: ${schema.spec.title}
                size: ${schema.spec.size}
                colour: green
          - id: door
            readyWhen:
              - ${door.spec.?clusterIP.orValue("") != ""}
            template:
              apiVersion: v1
              kind: Service
              metadata:
                name: ${schema.metadata.name}
                labels:
                  page: ${page.metadata.name}
              spec:
                ports:
                  - name: http
                    port: 80
      """;

  /** The same, changed in every way that a plan knows, for a reason. */
  static final String CHANGED_SHOP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata:
        name: shop
        annotations:
          kro.run/allow-breaking-changes: "true"
          kro4j.io/breaking-changes-reason: nobody uses *large* shops
          kro4j.io/workers: "3"
      spec:
        schema:
          apiVersion: v1
          kind: Shop
          group: example.com
          types:
            Shelf:
              width: integer | default=90
          spec:
            title: string | required=true
            size: string | enum="small,medium" default=small
            shelves: '[]Shelf'
            lights: '[]string'
          status:
            address: ${door.spec.externalName}
        resources:
          - id: door
            includeWhen:
              - ${schema.spec.title != "closed"}
            template:
              apiVersion: v1
              kind: Service
              metadata:
                name: ${schema.metadata.name}
              spec:
                ports:
                  - name: http
                    port: 81
                  - name: https
                    port: 443
          - id: sheet
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: ${schema.metadata.name}-page
              data:
                title: ${schema.spec.title}
                address: ${door.metadata.name}
          - id: lamp
            forEach:
              - light: ${schema.spec.lights}
            template:
              apiVersion: v1
              kind: Secret
              metadata:
                name: ${schema.metadata.name}-${light}
      """;

  private PlanExamples() {}
}
