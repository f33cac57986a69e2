package io.kro4j.maven;

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

  private PlanExamples() {}
}
